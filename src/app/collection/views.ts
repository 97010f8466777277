import {
  isSameName,
  mostViews,
  newView,
  type SavedView,
  type ViewQuestion,
  viewLine,
} from '../../collection/saved-view.ts'
import type { Store } from '../../ports/store.ts'
import type { Acting } from './acting.ts'

/** What came of changing the views: the view as it is now, or why it stays as it was. */
export type ViewChanged = SavedView | 'name taken' | 'too many' | 'unknown'

/** The views of a collection, by name. */
export const viewsOf = async (store: Store): Promise<readonly SavedView[]> =>
  [...(await store.views())].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))

/** Saves a way of looking at the claims under a name. Two who take the same name at the same moment do not both get it. */
export const saveView = (store: Store, name: string, asks: ViewQuestion, acting: Acting): Promise<ViewChanged> =>
  store.write(async (writing) => {
    const views = await writing.views()
    if (views.some((view) => isSameName(view.name, name))) return 'name taken'
    if (views.length >= mostViews) return 'too many'
    const view = newView(name, asks, acting.by, acting.now())
    await writing.keepView(view)
    await writing.addLine(viewLine('view-saved', view, { by: view.by, at: view.at }))
    return view
  })

/** Gives a view another name, or has it ask for something else. */
export const changeView = (
  store: Store,
  id: string,
  { name, asks }: { readonly name?: string | undefined; readonly asks?: ViewQuestion | undefined },
  acting: Acting,
): Promise<ViewChanged> =>
  store.write(async (writing) => {
    const views = await writing.views()
    const known = views.find((view) => view.id === id)
    if (!known) return 'unknown'
    if (name !== undefined && views.some((view) => view.id !== id && isSameName(view.name, name))) return 'name taken'
    const view = { ...known, name: name ?? known.name, asks: asks ?? known.asks }
    await writing.keepView(view)
    await writing.addLine(viewLine('view-changed', view, { by: acting.by, at: acting.now() }))
    return view
  })

/** Forgets a view; what it was stays in the log. False where there is none of this id. */
export const removeView = (store: Store, id: string, acting: Acting): Promise<boolean> =>
  store.write(async (writing) => {
    const known = (await writing.views()).find((view) => view.id === id)
    if (!known) return false
    await writing.addLine(viewLine('view-removed', known, { by: acting.by, at: acting.now() }))
    return writing.dropView(id)
  })
