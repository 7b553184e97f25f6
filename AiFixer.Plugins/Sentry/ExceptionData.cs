namespace AiFixer.Plugins.Sentry;

/// <summary>An exception of a chain; its frames begin where it was thrown.</summary>
internal sealed record ExceptionData(string? Type, string? Value, IReadOnlyList<FrameData> Frames, string? Cut);
