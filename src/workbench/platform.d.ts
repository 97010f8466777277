/** What the bundler gives beside modules: the words of a file, its address, the effect of a style. */
declare module '*?raw' {
  const words: string
  export default words
}
declare module '*?url' {
  const address: string
  export default address
}
declare module '*.css'
