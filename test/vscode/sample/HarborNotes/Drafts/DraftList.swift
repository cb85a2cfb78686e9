import SwiftUI

/// Drafts, the newest first.
struct DraftList: View {
    let store: DraftStore
    @State private var text = ""

    var body: some View {
        List {
            Section("Drafts") {
                ForEach(newestFirst(store)) { draft in
                    Text(draft.text)
                }
            }
            Section {
                TextField("New draft", text: $text)
                Button("Keep") {
                    keep(text, in: store)
                    text = ""
                }
                .disabled(text.isEmpty)
            }
        }
        .overlay {
            if store.drafts.isEmpty {
                ContentUnavailableView("No drafts", systemImage: "square.and.pencil")
            }
        }
    }
}

#Preview {
    DraftList(store: DraftStore())
}

/// Drafts that were never saved stand at the top.
func newestFirst(_ store: DraftStore) -> [Draft] {
    store
    .drafts
    .filter { !$0.text.isEmpty }
    .sorted { $0.savedAt ?? .now > $1.savedAt ?? .now }
}
