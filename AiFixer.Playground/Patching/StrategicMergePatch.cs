using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Patching;

/// <summary>Strategic merge: maps merge, some lists merge by key, with the directives $patch, $retainKeys, $setElementOrder and $deleteFromPrimitiveList.</summary>
internal static class StrategicMergePatch
{
    private const string OrderPrefix = "$setElementOrder/";
    private const string DeletePrefix = "$deleteFromPrimitiveList/";

    public static Result<JsonObject> Apply(JsonObject target, JsonObject patch)
    {
        var (merged, error) = Map(target.Copy(), patch, "");
        return error is null ? merged : StatusError.BadRequest(error);
    }

    private static (JsonObject Merged, string? Error) Map(JsonObject merged, JsonObject patch, string name)
    {
        if (patch.Str("$patch") == "replace")
            return (Plain(patch), null);
        if (patch.Str("$patch") == "delete")
            return ([], null);
        if (patch.Arr("$retainKeys") is { } retained)
            Retain(merged, retained);
        foreach (var (key, value) in patch.Where(pair => !pair.Key.StartsWith('$')))
        {
            if (Member(merged, key, value, name) is { } error)
                return (merged, error);
        }

        Directives(merged, patch, name);
        return (merged, null);
    }

    private static string? Member(JsonObject merged, string key, JsonNode? value, string parent)
    {
        if (value is null)
        {
            merged.Remove(key);
            return null;
        }

        if (value is JsonObject map)
        {
            var (result, error) = Map(merged[key] as JsonObject is { } there ? there.Copy() : [], map, key);
            if (error is null)
                merged[key] = result;
            return error;
        }

        if (value is not JsonArray list)
            merged[key] = value.DeepClone();
        else if (MergeKeys.Of(key, parent) is { } mergeKey)
            return KeyedList(merged, key, list, mergeKey);
        else
            merged[key] = MergeKeys.IsSet(key) ? Union(merged.Arr(key), list) : list.DeepClone();
        return null;
    }

    private static string? KeyedList(JsonObject owner, string name, JsonArray patch, string mergeKey)
    {
        if (patch.Any(element => element.Str("$patch") == "replace"))
        {
            owner[name] = new JsonArray([.. patch.Where(element => element.Str("$patch") is null).Select(element => element?.DeepClone())]);
            return null;
        }

        var list = owner.Arr(name) is { } there ? (JsonArray)there.DeepClone() : [];
        foreach (var element in patch)
        {
            if (element is not JsonObject change || change[mergeKey] is not { } wanted)
                return $"map: {element?.ToJsonString() ?? "null"} does not contain declared merge key: {mergeKey}";
            var index = IndexOf(list, mergeKey, wanted);
            if (change.Str("$patch") == "delete")
            {
                if (index >= 0)
                    list.RemoveAt(index);
                continue;
            }

            var (merged, error) = Map(index >= 0 ? ((JsonObject)list[index]!).Copy() : [], change, name);
            if (error is not null)
                return error;
            if (index >= 0)
                list[index] = merged;
            else
                list.Add((JsonNode)merged);
        }

        owner[name] = list;
        return null;
    }

    private static void Directives(JsonObject merged, JsonObject patch, string parent)
    {
        foreach (var (key, value) in patch)
        {
            if (key.StartsWith(DeletePrefix, StringComparison.Ordinal) && merged.Arr(key[DeletePrefix.Length..]) is { } set)
                set.RemoveAll(element => value is JsonArray gone && gone.Any(item => JsonNode.DeepEquals(item, element)));
            if (key.StartsWith(OrderPrefix, StringComparison.Ordinal) && value is JsonArray order && merged.Arr(key[OrderPrefix.Length..]) is { } list)
                Sort(merged, key[OrderPrefix.Length..], list, order, parent);
        }
    }

    private static void Sort(JsonObject owner, string name, JsonArray list, JsonArray order, string parent)
    {
        var mergeKey = MergeKeys.Of(name, parent);
        int Place(JsonNode? element)
        {
            var found = order.ToList().FindIndex(item => mergeKey is null
                ? JsonNode.DeepEquals(item, element)
                : JsonNode.DeepEquals((item as JsonObject)?[mergeKey], (element as JsonObject)?[mergeKey]));
            return found < 0 ? int.MaxValue : found;
        }

        owner[name] = new JsonArray([.. list.OrderBy(Place).Select(element => element?.DeepClone())]);
    }

    private static void Retain(JsonObject merged, JsonArray retained)
    {
        foreach (var key in merged.Select(pair => pair.Key).Where(key => retained.All(kept => kept.AsText() != key)).ToList())
            merged.Remove(key);
    }

    private static JsonArray Union(JsonArray? list, JsonArray more)
    {
        var united = list is null ? [] : (JsonArray)list.DeepClone();
        foreach (var element in more.Where(element => !united.Any(known => JsonNode.DeepEquals(known, element))))
            united.Add(element?.DeepClone());
        return united;
    }

    private static int IndexOf(JsonArray list, string key, JsonNode wanted) =>
        list.ToList().FindIndex(element => JsonNode.DeepEquals((element as JsonObject)?[key], wanted));

    private static JsonObject Plain(JsonObject patch)
    {
        var plain = patch.Copy();
        plain.Remove("$patch");
        return plain;
    }
}
