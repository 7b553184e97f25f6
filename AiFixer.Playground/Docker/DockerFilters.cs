using System.Text.Json;

namespace AiFixer.Playground.Docker;

/// <summary>The filters of a list: <c>{"label":{"a=b":true},"name":{"x":true}}</c>, or arrays in place of the inner objects.</summary>
internal sealed class DockerFilters
{
    private readonly Dictionary<string, List<string>> wanted = new(StringComparer.Ordinal);

    public bool HasStatus => wanted.ContainsKey("status");

    public IEnumerable<string> this[string kind] => wanted.GetValueOrDefault(kind) ?? [];

    public static bool TryRead(string? text, out DockerFilters filters)
    {
        filters = new();
        try
        {
            using var document = JsonDocument.Parse(string.IsNullOrEmpty(text) ? "{}" : text);
            foreach (var kind in document.RootElement.EnumerateObject())
                filters.wanted[kind.Name] = [.. Values(kind.Value)];
            return filters.wanted.Keys.All(k => k is "label" or "name" or "id" or "status" or "container" or "event" or "type");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Every label must be there; of the other kinds one is enough.</summary>
    public bool Fit(DockerContainer container) =>
        this["label"].All(l => HasLabel(container, l))
        && Any("name", n => container.Name.Contains(n.Trim('/', '^', '$'), StringComparison.Ordinal))
        && Any("id", i => container.Id.StartsWith(i, StringComparison.Ordinal))
        && Any("status", s => container.Status == s);

    private bool Any(string kind, Func<string, bool> fits) => !wanted.TryGetValue(kind, out var values) || values.Any(fits);

    private static bool HasLabel(DockerContainer container, string label)
    {
        var parts = label.Split('=', 2);
        return container.Labels.TryGetValue(parts[0], out var value) && (parts.Length == 1 || parts[1] == value);
    }

    private static IEnumerable<string> Values(JsonElement values) => values.ValueKind == JsonValueKind.Array
        ? values.EnumerateArray().Select(v => v.GetString()!)
        : values.EnumerateObject().Select(v => v.Name);
}
