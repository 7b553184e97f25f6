namespace AiFixer.Core.Playbooks.Reading;

/// <summary>A named value of a file.</summary>
public sealed record SourceField(string Name, int Line, SourceNode Value);
