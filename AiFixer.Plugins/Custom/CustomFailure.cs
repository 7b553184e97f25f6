namespace AiFixer.Plugins.Custom;

/// <summary>What of a source cannot be used, and why.</summary>
internal sealed record CustomFailure(string Source, string Why);
