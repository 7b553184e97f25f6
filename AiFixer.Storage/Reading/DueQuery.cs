using AiFixer.Core;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Reading;

/// <summary>
/// What is due. Each severity is asked for by itself, in the order of its index; the worst goes before all others, among
/// which none waits for another's sake.
/// </summary>
internal static class DueQuery
{
    public static string Text { get; } =
        $"select id, severity, source from ({string.Join(" union all ", Enum.GetValues<Severity>().Select(Part))}) as due_ones order by turn, due limit @limit";

    private static string Part(Severity severity)
    {
        var turn = severity == Severity.P0 ? 0 : 1;
        return $"""
            select * from (
                select id, severity, source, due, {turn} as turn from incidents
                where severity = '{Names.Of(severity)}' and due is not null and due <= @now and {Shards.Condition}
                order by due limit @limit) as part_{severity}
            """;
    }
}
