/** The dossier's own script: sorting, filters and the blame view's hover. Everything is readable without it. */
export {}
