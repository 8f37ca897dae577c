/**
 * The look of the papers, in the language of Typst. It reads the document from `sys.inputs.document` as data: what people
 * wrote is shown, never run. The emblem, when there is one, is a file of the compiler's memory.
 */
export const template = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let day = doc.day.split("-").map(int)
#let ink = rgb("#1a211d")
#let soft = rgb("#545d56")
#let line-colour = rgb("#c9c4b6")
#let accent = rgb("#0a5b40")

#set document(
  title: doc.title,
  author: doc.issuer,
  keywords: (doc.reference, doc.kicker),
  date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)),
)

#let say(line) = for run in line {
  let lines = run.text.split("\n").map(part => text(part)).join(linebreak())
  if run.at("style", default: none) == "strong" { strong(lines) }
  else if run.at("style", default: none) == "emphasis" { emph(lines) }
  else { lines }
}
#let small-caps(body) = text(size: 8.5pt, tracking: 0.04em, weight: "semibold", upper(body))
#let rule(colour: line-colour, thickness: 0.6pt) = line(length: 100%, stroke: thickness + colour)
#let flag = box(width: 21mm, height: 1.1mm, stack(dir: ltr,
  rect(width: 7mm, height: 1.1mm, fill: rgb("#008751"), stroke: none),
  rect(width: 7mm, height: 1.1mm, fill: rgb("#fcd116"), stroke: none),
  rect(width: 7mm, height: 1.1mm, fill: rgb("#e8112d"), stroke: none),
))
#let emblem(height) = if doc.emblem != none {
  image(doc.emblem, height: height, fit: "contain", alt: "Emblème : " + doc.issuer)
}

#let running-head = context if counter(page).get().first() > 1 {
  set text(size: 8.5pt, fill: soft)
  grid(columns: (auto, 1fr), column-gutter: 6mm, align: (horizon, right + horizon),
    { if doc.emblem != none { box(baseline: 25%, emblem(5mm)); h(2mm) }; strong(doc.issuer) },
    box(height: 1.2em, clip: true, doc.title))
  v(-2mm)
  rule()
}

#let running-foot = {
  set text(size: 8pt, fill: soft, hyphenate: false)
  rule()
  v(-1.5mm)
  grid(columns: (auto, 1fr, auto), column-gutter: 3mm, align: (left + horizon, left + horizon, right + horizon),
    if doc.qr != none { image(bytes(doc.qr), format: "svg", height: 13mm, alt: "Code à lire pour vérifier ce document") },
    {
      set par(justify: false, leading: 0.5em)
      [#doc.reference]
      if doc.verification != none {
        linebreak()
        [À vérifier sur #strong(doc.verification.typed) avec le code #text(fill: ink, tracking: 0.06em, kerning: false, strong(doc.verification.code))]
      }
    },
    context [Page #counter(page).display() / #counter(page).final().first()])
}

#set page(paper: "a4", margin: (x: 23mm, top: 24mm, bottom: 29mm), header: running-head, footer: running-foot,
  header-ascent: 35%, footer-descent: 25%)
#set text(font: "Libertinus Serif", size: 11pt, lang: "fr", region: "FR", fill: ink, hyphenate: true, number-type: "lining")
#set par(justify: true, leading: 0.68em, spacing: 1.15em, linebreaks: "optimized")
#set list(indent: 3mm, body-indent: 2.5mm, spacing: 0.75em, marker: text(fill: accent, [–]))
#set enum(indent: 3mm, body-indent: 2.5mm, spacing: 0.75em)
#show selector(list).or(enum): set block(above: 1.15em, below: 1.15em)
#show regex("\S{34,}"): it => it.text.clusters().join(sym.zws)

#set heading(numbering: none)
#show heading: set text(hyphenate: false)
#show heading: set par(justify: false)
#show heading.where(level: 1): it => block(above: 1.7em, below: 0.9em, sticky: true, text(size: 13.5pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 1.4em, below: 0.8em, sticky: true, text(size: 11.5pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.7em, sticky: true, text(size: 11pt, weight: "semibold", style: "italic", it.body))
#show heading.where(level: 4): it => block(above: 1.2em, below: 0.7em, sticky: true, text(size: 11pt, style: "italic", it.body))

#let letterhead = grid(columns: (1fr, auto), align: (left + top, right + top), {
  set par(leading: 0.55em, spacing: 0.75em, justify: false)
  if doc.state != none {
    small-caps(doc.state)
    parbreak()
    flag
    parbreak()
  }
  for line in doc.lines { text(size: 9.5pt, line); parbreak() }
  text(size: 13pt, weight: "bold", doc.issuer)
}, emblem(21mm))

#let title-block = {
  set par(justify: false, leading: 0.5em)
  set text(hyphenate: false)
  block(above: 13mm, below: 5mm, text(fill: accent, small-caps(doc.kicker)))
  show title: it => block(above: 5mm, below: 5mm, text(size: 20pt, weight: "bold", it.body))
  title(doc.title)
  if doc.subtitle != none { block(above: 5mm, below: 6mm, text(size: 12.5pt, fill: soft, doc.subtitle)) }
  block(above: 6mm, below: 3mm, {
    set text(size: 10pt)
    grid(columns: (1fr, auto), align: (left, right),
      [Référence : #strong(doc.reference)],
      [Date : #strong(doc.date)])
  })
  block(above: 3mm, below: 7mm, rule(colour: accent, thickness: 1.1pt))
}

#let mention = if doc.mention != none {
  place(top + right, dy: -11mm, box(stroke: 0.8pt + rgb("#a23f17"), inset: (x: 2.5mm, y: 1.4mm), radius: 1mm,
    text(size: 9pt, weight: "bold", fill: rgb("#a23f17"), tracking: 0.06em, upper(doc.mention))))
}

#let show-line(runs) = [#say(runs)]

#let show-facts(items) = {
  set text(size: 10.5pt)
  set par(justify: false)
  table(
    columns: (32%, 1fr),
    inset: (x, y) => (left: if x == 0 { 0pt } else { 4mm }, right: 0pt, y: 1.9mm),
    stroke: (x, y) => (bottom: 0.5pt + line-colour),
    ..items.map(item => (text(fill: soft, item.term), show-line(item.value))).flatten(),
  )
}

#let total-cell(cell) = table.cell(stroke: (top: 0.9pt + accent), strong(show-line(cell)))

#let show-table(it) = {
  set text(size: 9.5pt, number-width: "tabular")
  set par(justify: false, leading: 0.55em)
  show regex("\S{24,}"): word => word.text.clusters().join(sym.zws)
  let aligns = it.columns.map(column => if column.align == "right" { right } else { left })
  if it.caption != none { block(below: 2mm, sticky: true, text(weight: "semibold", it.caption)) }
  table(
    columns: it.columns.map(column => if column.width == none { auto } else { column.width * 1fr }),
    align: (x, y) => aligns.at(x) + if y == 0 { bottom } else { top },
    inset: (x: 2mm, y: 1.7mm),
    fill: (x, y) => if y == 0 { rgb("#eef3ef") },
    stroke: (x, y) => (bottom: if y == 0 { 0.9pt + accent } else { 0.5pt + line-colour }),
    table.header(..it.columns.map(column => text(weight: "semibold", column.label))),
    ..if it.rows.len() == 0 {
      (table.cell(colspan: it.columns.len(), align: left, emph(it.whenEmpty)),)
    } else {
      it.rows.map(row => row.map(show-line)).flatten()
    },
    ..if it.total == none { () } else { (table.footer(repeat: false, ..it.total.map(total-cell)),) },
  )
}

#let show-calendar(it) = {
  set text(size: 9.5pt)
  set par(justify: false, leading: 0.5em)
  let mark(kind) = if kind == "work" {
    table.cell(fill: accent, align: center + horizon, text(fill: white, size: 7pt, weight: "bold")[■])
  } else if kind == "service" { table.cell(fill: rgb("#eef3ef"), align: center + horizon, text(fill: accent)[–]) } else { [] }
  table(
    columns: (1fr,) + it.columns.map(column => 15mm),
    inset: (x: 2mm, y: 1.5mm),
    stroke: (x, y) => (bottom: 0.5pt + line-colour, left: if x > 0 { 0.5pt + line-colour }),
    table.header([Action], ..it.columns.map(column => align(center, text(weight: "semibold", column)))),
    ..it.rows.map(row => (show-line(row.label), ..row.marks.map(mark))).flatten(),
  )
  if it.legend != none { text(size: 8.5pt, fill: soft, it.legend) }
}

#let show-contents = {
  block(above: 1.7em, below: 0.9em, sticky: true, text(size: 13.5pt, weight: "bold", fill: accent)[Table des matières])
  show outline.entry.where(level: 1): set text(weight: "semibold")
  show outline.entry.where(level: 1): set block(above: 0.9em)
  outline(title: none, depth: 2, indent: 4mm)
}

#let show-signatory(it) = rect(width: 100%, height: 40mm, stroke: 0.6pt + line-colour, inset: 4mm, radius: 1mm, {
  set par(justify: false)
  set text(size: 10.5pt)
  strong(it.capacity)
  if it.name != none { linebreak(); it.name }
  v(1fr)
  if it.evidence == none { text(size: 8.5pt, fill: soft)[Signature et cachet] } else { text(size: 9pt, it.evidence) }
})

#let show-signatures(it) = block(breakable: false, above: 8mm, {
  if it.intro != none { block(below: 5mm, it.intro) }
  grid(columns: (1fr, 1fr), gutter: 5mm, ..it.signatories.map(show-signatory))
})

#let show-room(it) = if it.kind == "boxes" {
  for choice in it.choices {
    box(inset: (right: 6mm, bottom: 1.2mm), {
      box(width: 3.6mm, height: 3.6mm, stroke: 0.7pt + soft, baseline: 15%)
      h(2mm) + choice
    })
    h(0pt, weak: true)
    [ ]
  }
} else if it.kind == "cells" {
  stack(dir: ltr, spacing: 3mm, ..it.groups.map(size =>
    stack(dir: ltr, ..range(size).map(_ => rect(width: 6mm, height: 7.5mm, stroke: 0.7pt + soft)))))
} else if it.kind == "frame" {
  rect(width: 100%, height: 26mm, stroke: 0.7pt + soft, radius: 1mm)
} else {
  for _ in range(it.count) { block(above: 0mm, below: 0mm, width: 100%, height: 8mm, stroke: (bottom: 0.6pt + soft)) }
}

#let show-question(it) = block(breakable: false, above: 4.5mm, below: 4.5mm, width: 100%, {
  set par(justify: false)
  block(below: 1.8mm, {
    text(weight: "semibold", it.label)
    if it.note != none { h(2mm); text(size: 8.5pt, fill: soft, it.note) }
  })
  show-room(it.room)
})

#let tones = (info: (rgb("#eef3ef"), accent), warning: (rgb("#fcf0d3"), rgb("#7d4f00")))

#let show-blocks(blocks) = for it in blocks {
  if it.kind == "heading" { heading(level: it.level, it.text) }
  else if it.kind == "paragraph" { par(show-line(it.line)) }
  else if it.kind == "list" and it.isNumbered { enum(..it.items.map(show-line)) }
  else if it.kind == "list" { list(..it.items.map(show-line)) }
  else if it.kind == "facts" { show-facts(it.items) }
  else if it.kind == "table" { show-table(it) }
  else if it.kind == "notice" {
    let (fill, edge) = tones.at(it.tone)
    block(width: 100%, fill: fill, stroke: (left: 2pt + edge), inset: (x: 4mm, y: 3mm), above: 1.3em, below: 1.3em, {
      block(below: 0.7em, sticky: true, text(weight: "bold", fill: edge, it.title))
      show-blocks(it.blocks)
    })
  }
  else if it.kind == "signatures" { show-signatures(it) }
  else if it.kind == "pageBreak" { pagebreak(weak: true) }
  else if it.kind == "contents" { show-contents }
  else if it.kind == "calendar" { show-calendar(it) }
  else if it.kind == "question" { show-question(it) }
}

#mention
#letterhead
#title-block
#show-blocks(doc.blocks)
#if doc.seal != none {
  block(above: 9mm, breakable: false, width: 100%, grid(columns: (1fr, auto), column-gutter: 6mm, align: (left + bottom, right),
    {
      set text(size: 8.5pt, fill: soft)
      set par(justify: false)
      [À vérifier sans réseau : ce carré porte ce que dit ce papier, signé. La page #doc.verification.typed dit comment.]
    },
    image(bytes(doc.seal), format: "svg", height: 34mm, alt: "Code signé, à lire pour vérifier ce document sans réseau")))
}
`
