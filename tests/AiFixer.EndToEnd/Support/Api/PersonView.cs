namespace AiFixer.EndToEnd.Support;

public sealed record PersonView(string Id, string Name);
