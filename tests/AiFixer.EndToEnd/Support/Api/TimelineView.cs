namespace AiFixer.EndToEnd.Support;

public sealed record TimelineView(long Version, string By, string Type, string Text, string Detail);
