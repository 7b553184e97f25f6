namespace AiFixer.EndToEnd.Documents;

/// <param name="File">The file that the text belongs into; empty when it is none.</param>
/// <param name="Kind">The language of the fence.</param>
internal sealed record WalkthroughStep(string File, string Kind, string Text);
