export type { EntryAnswer } from './entry-answer.js';
export { readEntryAnswers } from './read-entry-answers.js';
