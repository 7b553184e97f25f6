using System.Text.Json.Serialization;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Grains.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PersonInput))]
[JsonSerializable(typeof(TellReceipt))]
[JsonSerializable(typeof(IReadOnlyList<IncomingAlert>))]
[JsonSerializable(typeof(IReadOnlyList<ReportReceipt>))]
internal sealed partial class WireJson : JsonSerializerContext;
