using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Validation;

internal static class AutoscalerRules
{
    public static void Check(JsonObject? spec, List<FieldError> errors)
    {
        if (spec.Int("maxReplicas") is not { } max)
            errors.Add(FieldError.Required("spec.maxReplicas"));
        else if (max < 1)
            errors.Add(FieldError.Invalid("spec.maxReplicas", Text(max), "must be greater than 0"));
        else if (max < (spec.Int("minReplicas") ?? 1))
            errors.Add(FieldError.Invalid("spec.maxReplicas", Text(max), "must be greater than or equal to `minReplicas`"));
        if (spec.Int("minReplicas") is < 1)
            errors.Add(FieldError.Invalid("spec.minReplicas", Text(spec.Int("minReplicas")!.Value), "must be greater than or equal to 1"));
        foreach (var part in (string[])["kind", "name"])
        {
            if (string.IsNullOrEmpty(spec.Obj("scaleTargetRef").Str(part)))
                errors.Add(FieldError.Required($"spec.scaleTargetRef.{part}"));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
