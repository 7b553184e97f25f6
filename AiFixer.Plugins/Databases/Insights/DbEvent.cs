namespace AiFixer.Plugins.Databases;

/// <summary>Something that happened, as far as the server remembers.</summary>
internal sealed record DbEvent(string Ts, string Message, string Source, string SourceType);
