using System.Text;
using System.Text.Json;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>Reads evidence of any form: sentences, JSON, or lines of both.</summary>
internal sealed class EvidenceReading
{
    public StringBuilder Words { get; } = new();

    public HashSet<double> Numbers { get; } = [];

    public HashSet<int> Counts { get; } = [];

    /// <summary>The values of each series, in order of size.</summary>
    public List<double[]> Series { get; } = [];

    public void Data(string data)
    {
        try
        {
            using var document = JsonDocument.Parse(data);
            Value(document.RootElement);
        }
        catch (JsonException)
        {
            Text(data);
        }
    }

    public void Text(string text)
    {
        Words.Append(text).Append('\n');
        Numbers.UnionWith(Quantity.AllIn(text));
    }

    private void Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Words.Append(property.Name).Append(' ');
                    Value(property.Value);
                }

                break;
            case JsonValueKind.Array:
                Counts.Add(value.GetArrayLength());
                if (SeriesReading.Of(value) is { } series)
                    Series.Add(series);
                foreach (var item in value.EnumerateArray())
                    Value(item);
                break;
            case JsonValueKind.String:
                Text(value.GetString()!);
                break;
            case JsonValueKind.Number:
                Words.Append(value.GetRawText()).Append('\n');
                Numbers.Add(value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Words.Append(value.GetRawText()).Append('\n');
                break;
        }
    }
}
