/** An id of any kind as the end of an HTML id: letters and digits stay, everything else is written as its code. */
export function slug(id: string): string {
  return id.replace(/[^A-Za-z0-9]/g, (mark) => `_${mark.charCodeAt(0).toString(16)}`)
}
