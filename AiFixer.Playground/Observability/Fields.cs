namespace AiFixer.Playground.Observability;

/// <summary>What a request asks: its query and the fields of its form, together.</summary>
internal sealed class Fields(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    private const int LargestForm = 1024 * 1024;

    public string? this[string name] => All(name) is [var first, ..] ? first : null;

    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name) ?? [];

    public static async Task<Fields> ReadAsync(HttpContext context)
    {
        var all = context.Request.Query.ToDictionary(q => q.Key, q => (IReadOnlyList<string>)[.. q.Value.OfType<string>()], StringComparer.Ordinal);
        if (context.Request.HasFormContentType && context.Request.ContentLength is > 0 and <= LargestForm)
        {
            foreach (var (name, value) in await context.Request.ReadFormAsync(context.RequestAborted))
                all[name] = [.. all.GetValueOrDefault(name) ?? [], .. value.OfType<string>()];
        }

        return new(all);
    }
}
