using System.Text.Json;

namespace AiFixer.Plugins.Arguments;

/// <summary>A call's arguments by name; the schema has already let only right ones through.</summary>
internal sealed class CallArguments(PluginCall call) : IDisposable
{
    private readonly JsonDocument document = JsonDocument.Parse(call.Arguments);

    public string Connection => Text("connection");

    public string Text(string name) => document.RootElement.GetProperty(name).GetString()!;

    public string? TextOrNull(string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;

    public int Whole(string name) => document.RootElement.GetProperty(name).GetInt32();

    public bool Flag(string name) => document.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    /// <summary>A moment, or <paramref name="otherwise"/> when it was not given.</summary>
    public DateTimeOffset Moment(string name, DateTimeOffset otherwise) => MomentOrNull(name) ?? otherwise;

    public DateTimeOffset? MomentOrNull(string name) => TextOrNull(name) is { } text ? Times.Moment(text, call.Now) : null;

    public TimeSpan Span(string name) => Times.Span(Text(name));

    public TimeSpan? SpanOrNull(string name) => TextOrNull(name) is { } text ? Times.Span(text) : null;

    public void Dispose() => document.Dispose();
}
