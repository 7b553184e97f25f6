namespace AiFixer.EndToEnd.Support;

public sealed record ActionView(string Id, string Status, string? UndoOf, RequestView Request, int Sent, string Message);
