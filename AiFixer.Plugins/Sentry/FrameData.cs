namespace AiFixer.Plugins.Sentry;

/// <summary>A line of a stack trace.</summary>
/// <param name="InApp">Whether it is the application's own code.</param>
/// <param name="Code">The line of source, where Sentry has it.</param>
internal sealed record FrameData(string? Function, string? File, int? Line, bool InApp, string? Code);
