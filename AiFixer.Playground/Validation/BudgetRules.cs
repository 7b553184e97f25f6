using System.Text.Json.Nodes;
using AiFixer.Playground.Api;

namespace AiFixer.Playground.Validation;

internal static class BudgetRules
{
    public static void Check(JsonObject? spec, List<FieldError> errors)
    {
        if (spec?["minAvailable"] is not null && spec["maxUnavailable"] is not null)
            errors.Add(FieldError.Invalid("spec", "{}", "minAvailable and maxUnavailable cannot be both set"));
    }
}
