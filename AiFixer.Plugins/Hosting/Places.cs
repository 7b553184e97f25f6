using System.Collections.Concurrent;
using System.Text.Json;

namespace AiFixer.Plugins.Hosting;

/// <summary>Places for the calls of one plugin, so many for each connection: one that hangs takes none from the others.</summary>
internal sealed class Places(int most) : IDisposable
{
    // A schema may let anything pass for a connection.
    private const int MostConnections = 64;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> byConnection = new(StringComparer.Ordinal);

    public SemaphoreSlim For(PluginCall call)
    {
        var connection = Connection(call.Arguments);
        var known = byConnection.Count < MostConnections || byConnection.ContainsKey(connection);
        return byConnection.GetOrAdd(known ? connection : "", _ => new(most, most));
    }

    public void Dispose()
    {
        foreach (var places in byConnection.Values)
            places.Dispose();
    }

    private static string Connection(string arguments)
    {
        using var document = JsonDocument.Parse(arguments);
        return document.RootElement.TryGetProperty("connection", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }
}
