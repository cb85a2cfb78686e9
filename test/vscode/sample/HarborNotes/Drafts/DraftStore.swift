import Foundation

/// Where drafts are kept until their notes are saved.
final class DraftStore {
    var drafts: [Draft] = []
}

/// Keeps what was typed when the editor is closed.
func keep(_ text: String, in store: DraftStore) {
    var draft = Draft()
    draft.text = text
    draft.savedAt = .now
    store.drafts.append(draft)
}
