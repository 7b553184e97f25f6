using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>Goes through the elements of a card once and counts.</summary>
internal sealed partial class CardWalk
{
    private const int MostElements = 200;
    private const int MostTables = 5;
    private const int Deepest = 5;
    private const int LongestButton = 100;
    private readonly HashSet<string> ids = [];
    private int elements;
    private int tables;

    public CardProblem? Check(JsonArray list) => Check(list, 0, null);

    private CardProblem? Check(JsonArray list, int depth, HashSet<string>? form)
    {
        if (depth > Deepest)
            return new(11310, "containers are nested too deep");
        foreach (var node in list)
        {
            var problem = node is JsonObject element ? Check(element, depth, form) : new(200621, "parse card json err, an element is no object");
            if (problem is not null)
                return problem;
        }

        return null;
    }

    private CardProblem? Check(JsonObject element, int depth, HashSet<string>? form)
    {
        var tag = CardElements.Said(element["tag"]);
        if (!CardElements.IsKnown(tag))
            return new(200861, "unsupported tag in card json 2.0", tag);
        if (CardElements.Stranger(tag, element) is { } stranger)
            return new(200621, "parse card json err, unknown property", $"{tag}.{stranger}");
        if (++elements > MostElements)
            return new(11310, "element exceeds the limit");
        return Id(element)
            ?? Table(tag, depth)
            ?? Button(tag, element)
            ?? Field(tag, element, form)
            ?? Within(tag, element, depth, form);
    }

    private CardProblem? Id(JsonObject element)
    {
        if (element["element_id"] is not { } node)
            return null;
        var id = CardElements.Said(node);
        return ElementId().IsMatch(id) && ids.Add(id) ? null : new(200621, "parse card json err, element_id is invalid or not unique", id);
    }

    private CardProblem? Table(string tag, int depth)
    {
        if (tag != "table")
            return null;
        if (depth > 0)
            return new(200621, "parse card json err, a table must be at the root");
        return ++tables > MostTables ? new(11310, "card table number over limit") : null;
    }

    private static CardProblem? Button(string tag, JsonObject element)
    {
        if (tag != "button")
            return null;
        if (CardElements.Said(element["text"]?["content"]).Length > LongestButton)
            return new(200621, "parse card json err, the button's text is too long");
        // What it carries must be an object, or the app would not understand the click.
        return (element["behaviors"] as JsonArray)?.OfType<JsonObject>().Any(one => CardElements.Said(one["type"]) == "callback" && one["value"] is JsonValue) == true
            ? new(200621, "parse card json err, the value of a callback must be an object")
            : null;
    }

    private static CardProblem? Field(string tag, JsonObject element, HashSet<string>? form)
    {
        if (form is null || !CardElements.Interactive.Contains(tag))
            return null;
        var name = CardElements.Said(element["name"]);
        return name.Length > 0 && form.Add(name) ? null : new(200530, "the name of a form's component is empty or not unique", name);
    }

    private CardProblem? Within(string tag, JsonObject element, int depth, HashSet<string>? form) => tag switch
    {
        "form" => Form(element, depth, form),
        "column_set" => Columns(element, depth, form),
        _ when element["elements"] is JsonArray inner => Check(inner, depth + 1, form),
        _ => null,
    };

    private CardProblem? Form(JsonObject element, int depth, HashSet<string>? form)
    {
        if (depth > 0 || form is not null)
            return new(200621, "parse card json err, a form must be at the root");
        if (CardElements.Said(element["name"]).Length == 0)
            return new(200530, "the name of a form is empty");
        if (element["elements"] is not JsonArray inner || !HasSubmit(inner))
            return new(200621, "parse card json err, a form needs a submit button");
        return Check(inner, depth + 1, []);
    }

    private CardProblem? Columns(JsonObject element, int depth, HashSet<string>? form) =>
        element["columns"] is JsonArray columns && columns.All(one => CardElements.Said(one?["tag"]) == "column")
            ? Check(columns, depth, form)
            : new(200621, "parse card json err, a column set has columns");

    private static bool HasSubmit(JsonNode? node) => node switch
    {
        JsonObject element => CardElements.Said(element["form_action_type"]) == "submit" || element.Any(property => HasSubmit(property.Value)),
        JsonArray list => list.Any(HasSubmit),
        _ => false,
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,19}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ElementId();
}
