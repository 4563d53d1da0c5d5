/**
 * The rule files that the district may load in the app: 分型, 评价, the templates of the tables. Their schemas are also their shapes, so that what is
 * read and what is computed with can't differ. What they say is checked in domain/; here only their form.
 */
import * as v from 'valibot';

const words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const code = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
/** Formats, by their code. */
const codes = v.pipe(v.array(code), v.maxLength(100));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const status = v.picklist(['官方', '方案', '项目拟稿', '示例', '待核']);
const head = { version: words(40), title: words(60), source: words(400), status };

const classificationLevel = v.strictObject({
  name: v.pipe(words(20), v.regex(/^[\p{Script=Han}A-Za-z0-9]+$/u)),
  /** The type that has to be reached as well; null for the first. */
  includes: v.nullable(words(20)),
  minBasic: whole,
  minQuality: whole,
  /** Formats without which it is not reached. */
  requires: codes,
  /** Of 评价, 0 … 100; null: none is asked. */
  minScore: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
});
/** 分型（有没有）, as domain/classification.ts reads it. */
const classification = v.strictObject({ kind: v.literal('classification'), ...head, basic: codes, quality: codes, levels: v.pipe(v.array(classificationLevel), v.minLength(1), v.maxLength(10)) });

const evaluationItem = v.strictObject({
  /** One of the eight words of the plan, or 居民满意度, 连锁化率. */
  name: words(20),
  /** A figure of domain/figures. */
  figure: words(60),
  /** The figure's value that gives nothing, and that which gives the whole weight. */
  from: v.pipe(v.number(), v.finite()),
  to: v.pipe(v.number(), v.finite()),
  weight: v.pipe(v.number(), v.finite(), v.minValue(0)),
});
/** 评价（好不好）, as domain/evaluation.ts reads it. */
const evaluation = v.strictObject({ kind: v.literal('evaluation'), ...head, items: v.pipe(v.array(evaluationItem), v.maxLength(50)) });

/** `value`: text with placeholders of figures, 「{{population}}」; empty: to be filled in by hand. `eachFormat`: one such column for every format of the class. */
const tableColumn = v.strictObject({ heading: v.pipe(v.string(), v.maxLength(40)), value: v.pipe(v.string(), v.maxLength(200)), eachFormat: v.optional(v.picklist(['basic', 'quality'])) });
/** The .xlsx that a table is laid out by, kept by its hash (lz.table_form), and where it is from. The table's columns are what stands in it. */
const tableForm = v.strictObject({ hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), file: words(120), source: words(200), status });
const tableTemplate = v.strictObject({
  code,
  title: words(60),
  paper: v.picklist(['A3', 'A4']),
  landscape: v.boolean(),
  /** What a row is of. `formats`: of the classification, with a column for each circle. */
  rows: v.picklist(['circles', 'streets', 'formats']),
  /** A last row of the whole district. */
  total: v.boolean(),
  columns: v.pipe(v.array(tableColumn), v.maxLength(100)),
  /** Without one the table is laid out by the program. */
  form: v.optional(tableForm),
});
/** The layout of the official tables, as domain/tables.ts reads it. */
const tables = v.strictObject({ kind: v.literal('tables'), ...head, tables: v.pipe(v.array(tableTemplate), v.minLength(1), v.maxLength(20)) });

export const loadableRule = v.variant('kind', [classification, evaluation, tables]);

export type ClassificationRules = v.InferOutput<typeof classification>;
export type ClassificationLevel = v.InferOutput<typeof classificationLevel>;
export type EvaluationRules = v.InferOutput<typeof evaluation>;
export type EvaluationItem = v.InferOutput<typeof evaluationItem>;
export type TableRules = v.InferOutput<typeof tables>;
export type TableTemplate = v.InferOutput<typeof tableTemplate>;
export type TableColumn = v.InferOutput<typeof tableColumn>;
export type TableForm = v.InferOutput<typeof tableForm>;
