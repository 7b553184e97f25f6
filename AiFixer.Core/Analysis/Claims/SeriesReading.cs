using System.Text.Json;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>Finds in evidence the values of a series: numbers in a row, alone or each beside its moment.</summary>
internal static class SeriesReading
{
    private const int Shortest = 5;

    /// <returns>The values in order of size; null when it is no series.</returns>
    public static double[]? Of(JsonElement array)
    {
        if (array.GetArrayLength() < Shortest)
            return null;
        var values = new List<double>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            if (Value(item) is not { ValueKind: JsonValueKind.Number } value)
                return null;
            values.Add(value.GetDouble());
        }

        values.Sort();
        return [.. values];
    }

    private static JsonElement Value(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Array when item.GetArrayLength() == 2 => item[1],
        JsonValueKind.Object when item.TryGetProperty("value", out var value) => value,
        _ => item,
    };
}
