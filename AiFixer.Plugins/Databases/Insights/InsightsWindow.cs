namespace AiFixer.Plugins.Databases;

/// <summary>From when to when.</summary>
internal sealed record InsightsWindow(string Start, string End);
