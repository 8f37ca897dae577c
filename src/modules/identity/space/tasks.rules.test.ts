import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SpaceTask } from './space.ts'
import { sortTasks } from './tasks.rules.ts'

const task = (title: string, due: string | null, tone?: SpaceTask['tone']): SpaceTask => ({
  title,
  href: '/',
  due: due === null ? null : new Date(due),
  tone,
})

test('what is due soonest comes first, then what has no date, the gravest first', () => {
  const tasks = [
    task('brouillon', null),
    task('à corriger', null, 'danger'),
    task('dans un mois', '2026-12-23'),
    task('à approuver', null, 'warning'),
    task('demain', '2026-11-24', 'info'),
  ]
  assert.deepEqual(
    sortTasks(tasks).map(({ title }) => title),
    ['demain', 'dans un mois', 'à corriger', 'à approuver', 'brouillon'],
  )
})

test('tasks alike keep the order in which the modules gave them', () => {
  const tasks = [task('a', null), task('b', null), task('c', null)]
  assert.deepEqual(sortTasks(tasks), tasks)
})
