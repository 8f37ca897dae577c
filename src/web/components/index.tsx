/** The front door of the design system. Texts given to components are French and are translated inside them. */
export { Page } from '../layouts/page.tsx'
export { ActionButton } from './action-button/action-button.tsx'
export { type Bar, BarChart } from './bar-chart/bar-chart.tsx'
export { BeninMap, type MapAreas, type MapPoint } from './benin-map/benin-map.tsx'
export { Actions, Button, ButtonLink } from './button/button.tsx'
export { Card, CardList, Grid } from './card/card.tsx'
export { Checkbox, CheckboxGroup, RadioGroup } from './choices/choices.tsx'
export { CompareTable } from './compare-table/compare-table.tsx'
export { DateField, DateTimeField } from './date-field/date-field.tsx'
export { DefinitionList } from './definition-list/definition-list.tsx'
export { Details } from './details/details.tsx'
export { Difference } from './difference/difference.tsx'
export { EmptyState } from './empty-state/empty-state.tsx'
export { type Facet, Facets } from './facets/facets.tsx'
export { FieldGroup } from './field/field.tsx'
export { Fieldset, FormSection } from './fieldset/fieldset.tsx'
export { Figure } from './figure/figure.tsx'
export { FileField } from './file-field/file-field.tsx'
export { FlowDrawing } from './flow-drawing/flow-drawing.tsx'
export { Form, FormProof, GetForm } from './form/form.tsx'
export { GanttDrawing, type GanttRow } from './gantt-drawing/gantt-drawing.tsx'
export { Hero } from './hero/hero.tsx'
export { Hidden } from './hidden/hidden.tsx'
export { Island } from './island/island.tsx'
export { LineChart } from './line-chart/line-chart.tsx'
export type { LinePoint } from './line-chart/line-layout.rules.ts'
export { Money } from './money/money.tsx'
export { Notice } from './notice/notice.tsx'
export { MoneyField, NumberField } from './number-field/number-field.tsx'
export { Pagination } from './pagination/pagination.tsx'
export { Prose } from './prose/prose.tsx'
export { RadarChart } from './radar-chart/radar-chart.tsx'
export { type Reason, ReasonList } from './reason-list/reason-list.tsx'
export { ScoreMeter } from './score-meter/score-meter.tsx'
export { SearchBox } from './search-box/search-box.tsx'
export { choicesOf, type Option, Select } from './select/select.tsx'
export { Stars } from './stars/stars.tsx'
export { Steps } from './steps/steps.tsx'
export { type Column, Table } from './table/table.tsx'
export { Tabs } from './tabs/tabs.tsx'
export { Badge, Tag, type Tone } from './tag/tag.tsx'
export { type Task, TaskList } from './task-list/task-list.tsx'
export { TextArea } from './text-area/text-area.tsx'
export {
  CodeField,
  EmailField,
  PasswordField,
  PhoneField,
  TextField,
  UrlField,
} from './text-field/text-field.tsx'
export { Thread } from './thread/thread.tsx'
export { Time } from './time/time.tsx'
export { Timeline } from './timeline/timeline.tsx'
export {
  type DrawnStage,
  type StageState,
  TimelineDrawing,
} from './timeline-drawing/timeline-drawing.tsx'
