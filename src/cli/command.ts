/** What a command may touch of the world; tests hand it arrays and a fixed width. */
export interface World {
  /** Results, to standard output. */
  print(text: string): void
  /** Progress, warnings and refusals, to standard error. */
  tell(text: string): void
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
  /** True when nobody watches standard error, or --quiet was given. */
  readonly quiet: boolean
}

/** 0 done · 1 done, but something was refused or not found · 2 wrong usage · 3 the world failed. */
export type ExitCode = 0 | 1 | 2 | 3
