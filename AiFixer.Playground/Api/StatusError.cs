using System.Text.Json.Nodes;
using AiFixer.Playground.Access;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>A refusal as the Kubernetes API words it.</summary>
internal sealed record StatusError(int Code, string Reason, string Message, JsonObject? Details = null)
{
    public static StatusError NotFound(ResourceType type, string name) =>
        new(404, "NotFound", $"{type.QualifiedPlural} \"{name}\" not found", About(type, name));

    public static StatusError NoResource() =>
        new(404, "NotFound", "the server could not find the requested resource", []);

    public static StatusError BadRequest(string message) => new(400, "BadRequest", message);

    public static StatusError AlreadyExists(ResourceType type, string name) =>
        new(409, "AlreadyExists", $"{type.QualifiedPlural} \"{name}\" already exists", About(type, name));

    public static StatusError Modified(ResourceType type, string name) => Conflict(
        type, name, "the object has been modified; please apply your changes to the latest version and try again");

    public static StatusError WrongUid(ResourceType type, string name, string wanted, string found) => Conflict(
        type, name, $"Precondition failed: UID in precondition: {wanted}, UID in object meta: {found}");

    public static StatusError WrongVersion(ResourceType type, string name, string wanted, string found) => Conflict(
        type, name, $"Precondition failed: ResourceVersion in precondition: {wanted}, ResourceVersion in object meta: {found}");

    public static StatusError Expired() => new(
        410, "Expired", "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.");

    public static StatusError MethodNotAllowed() =>
        new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", []);

    public static StatusError UnsupportedMediaType(string found, string known) =>
        new(415, "UnsupportedMediaType", $"the body of the request was in an unknown format - {found} - accepted media types include: {known}");

    public static StatusError Unauthorized() => new(401, "Unauthorized", "Unauthorized");

    public static StatusError Forbidden(string user, AccessWish wish, string why)
    {
        var resource = wish.Group.Length == 0 ? wish.Resource : $"{wish.Resource}.{wish.Group}";
        var named = string.IsNullOrEmpty(wish.Name) ? resource : $"{resource} \"{wish.Name}\"";
        var scope = string.IsNullOrEmpty(wish.Namespace) ? "at the cluster scope" : $"in the namespace \"{wish.Namespace}\"";
        var details = new JsonObject { ["kind"] = wish.Resource };
        if (!string.IsNullOrEmpty(wish.Name))
            details["name"] = wish.Name;
        if (wish.Group.Length > 0)
            details["group"] = wish.Group;
        return new(
            403, "Forbidden",
            $"{named} is forbidden: User \"{user}\" cannot {wish.Verb} resource \"{wish.FullResource}\" in API group \"{wish.Group}\" {scope}{(why.Length == 0 ? "" : $": {why}")}",
            details);
    }

    public static StatusError Unprocessable(string message) => new(422, "Invalid", message);

    public static StatusError Invalid(ResourceType type, string name, IReadOnlyList<FieldError> errors)
    {
        var list = errors.Count == 1 ? errors[0].ToString() : $"[{string.Join(", ", errors)}]";
        var details = About(type, name);
        details["kind"] = type.Kind;
        details["causes"] = new JsonArray([.. errors.Select(error => (JsonNode)error.ToCause())]);
        return new(422, "Invalid", $"{type.QualifiedKind} \"{name}\" is invalid: {list}", details);
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = Message,
        };
        if (Reason.Length > 0)
            json["reason"] = Reason;
        if (Details is not null)
            json["details"] = Details.DeepClone();
        json["code"] = Code;
        return json;
    }

    private static StatusError Conflict(ResourceType type, string name, string why) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on {type.QualifiedPlural} \"{name}\": {why}", About(type, name));

    private static JsonObject About(ResourceType type, string name)
    {
        var details = new JsonObject { ["name"] = name };
        if (type.Group.Length > 0)
            details["group"] = type.Group;
        details["kind"] = type.Plural;
        return details;
    }
}
