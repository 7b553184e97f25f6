namespace AiFixer.Plugins.Shell;

/// <summary>How far the arguments fit, and how they are passed on.</summary>
internal sealed record ShapeMatch(int Next, IReadOnlyList<string> Resolved);
