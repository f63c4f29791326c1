/**
 * Property tests draw the same cases in every run, so that the same commit is judged alike twice. Other cases:
 * `SEED=$RANDOM npm test`; a case that fails becomes an example of its own.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.SEED ?? 14042025) })
