export function tryingEngine(trial: 'spin' | 'grow' | 'throw' | 'exit', milliseconds?: number): URL;
