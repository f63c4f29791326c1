/**
 * One small expression language for computed indicators and rules: evaluate it over figures, list its operands, print
 * it as an Excel formula that gives the same answer, or show its arithmetic in a message.
 *
 *   plan_tasks_total - plan_tasks_done        keys of the same form or table row
 *   tthc_online / CCHC-3.tthc_own             a key of another form (of a table: its column total)
 *   KSTT-06a:received_online                  the same row of another table
 *   previous.pending_total · row.procedures   last period's figure · a fact about the row
 *   if(a > 0, 1, 0)
 */

export { type Computation, computationOf, evaluate, printArithmetic } from './formula/evaluate.ts'
export { printExcel } from './formula/excel.ts'
export { type Expression, FormulaError, operandsOf, type Reference } from './formula/expression.ts'
export { parseFormula } from './formula/parse.ts'
