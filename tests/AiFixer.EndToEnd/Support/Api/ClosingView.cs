namespace AiFixer.EndToEnd.Support;

public sealed record ClosingView(string How, string Note);
