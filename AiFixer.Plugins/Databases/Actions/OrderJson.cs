using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Databases;

/// <summary>What the plans of database actions carry.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SessionOrder))]
[JsonSerializable(typeof(VacuumOrder))]
internal sealed partial class OrderJson : JsonSerializerContext;
