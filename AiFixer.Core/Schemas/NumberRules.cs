using System.Globalization;
using System.Text.Json;

namespace AiFixer.Core.Schemas;

/// <summary>Numbers are compared exactly; one too large for that is outside every limit.</summary>
internal static class NumberRules
{
    public static bool IsWhole(JsonElement value) => value.TryGetDecimal(out var number) && number == decimal.Truncate(number);

    public static IEnumerable<string> Broken(SchemaNode schema, JsonElement value)
    {
        var exact = value.TryGetDecimal(out var number);
        if (!exact && (schema.Minimum ?? schema.Maximum) is not null)
            yield return "is too large or too precise";
        if (exact && number < schema.Minimum)
            yield return string.Create(CultureInfo.InvariantCulture, $"must be at least {schema.Minimum}");
        if (exact && number > schema.Maximum)
            yield return string.Create(CultureInfo.InvariantCulture, $"must be at most {schema.Maximum}");
    }
}
