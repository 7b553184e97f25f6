namespace AiFixer.Lark.Alerts;

/// <summary>
/// Parts a message about several alerts: a new one begins where the name of an alert comes again, after a line across, or
/// where the field that the last began with comes again. What stands before the first of them is about all.
/// </summary>
internal static class AlertBlocks
{
    public static IReadOnlyList<AlertBlock> Of(IReadOnlyList<string> lines, IReadOnlyList<Field> fields)
    {
        if (fields.Count == 0)
            return [];
        if (fields.Count(field => field.Key == FieldKey.Name) < 2)
            return [new(fields, null)];
        var (common, alerts) = (new List<Field>(), new List<List<Field>>());
        foreach (var part in Parts(lines, fields))
        {
            if (part.Exists(field => field.Key == FieldKey.Name))
                alerts.Add(part);
            else
                (alerts.Count > 0 ? alerts[^1] : common).AddRange(part);
        }

        var sections = Sections(lines);
        return [.. alerts.Select(alert => new AlertBlock([.. alert, .. common], IsOver(sections, alert[0].Line)))];
    }

    private static List<List<Field>> Parts(IReadOnlyList<string> lines, IReadOnlyList<Field> fields)
    {
        var parts = new List<List<Field>> { new() { fields[0] } };
        foreach (var field in fields.Skip(1))
        {
            if (Begins(lines, parts[^1], field))
                parts.Add([]);
            parts[^1].Add(field);
        }

        return parts;
    }

    private static bool Begins(IReadOnlyList<string> lines, List<Field> part, Field next)
    {
        if (part.Exists(field => field.Key == FieldKey.Name) && (next.Key == FieldKey.Name || next.Key == part[0].Key))
            return true;
        return Enumerable.Range(part[^1].Line + 1, Math.Max(0, next.Line - part[^1].Line - 1))
            .Any(line => lines[line] == MessageText.Rule || StateWords.Section(lines[line]) is not null);
    }

    /// <summary>Where parts of alerts of one state begin, when there are parts of both.</summary>
    private static List<(int Line, bool Firing)> Sections(IReadOnlyList<string> lines)
    {
        var found = lines.Index().Select(line => (Line: line.Index, Firing: StateWords.Section(line.Item)))
            .Where(line => line.Firing is not null).Select(line => (line.Line, line.Firing!.Value)).ToList();
        return found.DistinctBy(section => section.Value).Count() > 1 ? found : [];
    }

    private static bool? IsOver(List<(int Line, bool Firing)> sections, int line)
    {
        var at = sections.FindLastIndex(section => section.Line <= line);
        return at < 0 ? null : !sections[at].Firing;
    }
}
