namespace AiFixer.Plugins.Runbooks;

/// <summary>A part of a runbook below one heading.</summary>
/// <param name="File">The file, seen from the folder of runbooks.</param>
/// <param name="Heading">The heading with those above it, such as <c>Database › Locks</c>.</param>
/// <param name="Line">The heading's line, counted from 1.</param>
/// <param name="Text">What stands below it, up to the next heading.</param>
internal sealed record RunbookSection(string File, string Heading, int Line, string Text);
