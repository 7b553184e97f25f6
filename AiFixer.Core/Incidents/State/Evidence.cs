namespace AiFixer.Core.Incidents;

/// <summary>Something that was seen.</summary>
/// <param name="Id">Such as <c>E1</c>; claims cite it.</param>
/// <param name="Source">The plugin that saw it.</param>
/// <param name="Text">What it says, bounded.</param>
/// <param name="Blob">The whole answer, kept by its hash.</param>
public sealed record Evidence(string Id, string Source, string Text, string? Blob = null);
