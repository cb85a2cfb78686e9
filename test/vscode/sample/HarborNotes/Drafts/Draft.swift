import Foundation

/// What was typed in a note and is not saved yet.
struct Draft: Identifiable {
    let id = UUID()
    var text = ""
}
