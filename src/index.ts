/**
 * Headwater as a library: from texts to who first said what. Pure functions over immutable data; runs in Node, in browsers and in workers.
 *
 * @packageDocumentation
 */

/** How a report is written down for people and for other programs. */
export type { Exporter, ExportOptions } from './export/exporter.ts'
export { json } from './export/json/json.ts'
export { markdown } from './export/markdown/markdown.ts'
export type { Only } from './export/view/only.ts'
/** What one document says. */
export { read } from './extract/read.ts'
/** From what there is to documents: bytes of a file or page, or a text at hand. */
export type { Capture, Intake } from './intake/capture.ts'
export { documentFrom, type GivenReport } from './intake/document-from.ts'
export { readCapture } from './intake/readers.ts'
/** What everything is made of. */
export type * from './model/attribution.ts'
export type * from './model/decision.ts'
export type * from './model/derivation.ts'
export type * from './model/document.ts'
export type * from './model/figure-frame.ts'
export type * from './model/finding.ts'
export type * from './model/mention.ts'
export type * from './model/quantity.ts'
export type * from './model/reading.ts'
export type * from './model/report.ts'
export type * from './model/retrieval.ts'
export type * from './model/rule.ts'
export type * from './model/sentence.ts'
export type * from './model/source.ts'
export type * from './model/span.ts'
export type * from './model/statement.ts'
export type * from './model/time.ts'
export { version } from './model/version.ts'
/** What many documents say, and who has it from whom. */
export { openTracing, type Tracing } from './tracing/growing.ts'
export { type InForce, inForce } from './tracing/in-force.ts'
export { trace } from './tracing/trace.ts'
