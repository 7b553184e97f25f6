using System.Collections.Immutable;
using System.Text.Json;

namespace AiFixer.Core.Analysis.Reading;

/// <summary>Reads answers of plugins without trusting them: what is not there, or of another kind, is not a fact.</summary>
internal static class Json
{
    public static IEnumerable<JsonElement> Items(this JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];

    public static JsonElement? At(this JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    public static JsonElement? At(this JsonElement? of, string name) => of?.At(name);

    public static string? Text(this JsonElement of, string name) => of.At(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static double? Number(this JsonElement of, string name) => of.At(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : null;

    public static int Count(this JsonElement of, string name) => of.Number(name) is { } number and > -1e9 and < 1e9 ? (int)number : 0;

    public static bool Flag(this JsonElement of, string name) => of.At(name) is { ValueKind: JsonValueKind.True };

    public static DateTimeOffset? Moment(this JsonElement of, string name) =>
        of.At(name) is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var time) ? time : null;

    public static ImmutableDictionary<string, string> Texts(this JsonElement? of) => of is { ValueKind: JsonValueKind.Object } value
        ? ImmutableDictionary<string, string>.Empty.SetItems(
            value.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!)))
        : ImmutableDictionary<string, string>.Empty;

    public static ImmutableList<string> Strings(this JsonElement of, string name) =>
        [.. of.Items(name).Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)];
}
