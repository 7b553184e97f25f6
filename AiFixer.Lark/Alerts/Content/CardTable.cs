using System.Text.Json;

namespace AiFixer.Lark.Alerts;

/// <summary>A card's table, one line for each cell: the name of its column and what it says.</summary>
internal static class CardTable
{
    public static void Read(JsonElement table, TextWriter writer)
    {
        if (!table.TryGetProperty("rows", out var rows) || rows.ValueKind != JsonValueKind.Array)
            return;
        var names = Names(table);
        foreach (var row in rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object))
        {
            writer.Line(MessageText.Rule);
            foreach (var cell in row.EnumerateObject())
            {
                if (JsonWords.Of(cell.Value) is { Length: > 0 } words)
                    writer.Line($"{names.GetValueOrDefault(cell.Name, cell.Name)}: {Markup.Plain(words, writer)}");
            }
        }
    }

    private static Dictionary<string, string> Names(JsonElement table)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!table.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Array)
            return names;
        foreach (var column in columns.EnumerateArray().Where(column => column.ValueKind == JsonValueKind.Object))
        {
            if (JsonWords.Of(column, "display_name") is { Length: > 0 } shown)
                names[JsonWords.Of(column, "name")] = shown;
        }

        return names;
    }
}
