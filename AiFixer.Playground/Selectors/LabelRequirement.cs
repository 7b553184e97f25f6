using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Selectors;

internal sealed record LabelRequirement(string Key, LabelOperator Operator, IReadOnlySet<string> Values)
{
    public bool Matches(JsonObject? labels)
    {
        var value = labels.Str(Key);
        return Operator switch
        {
            LabelOperator.Exists => value is not null,
            LabelOperator.Missing => value is null,
            LabelOperator.In => value is not null && Values.Contains(value),
            _ => value is null || !Values.Contains(value),
        };
    }
}
