namespace AiFixer.Plugins.Runbooks;

/// <summary>A section that fits, and how well.</summary>
internal sealed record RunbookHit(RunbookSection Section, double Score);
