using System.Text.Json;

namespace AiFixer.EndToEnd.Support;

public sealed record RequestView(string Plugin, JsonElement Arguments);
