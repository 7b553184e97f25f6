using System.Text.Json.Serialization;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using AiFixer.Grains.Claims;
using AiFixer.Grains.Incidents;
using AiFixer.Grains.Plugins;
using AiFixer.Plugins;

namespace AiFixer.Grains.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PersonInput))]
[JsonSerializable(typeof(TellReceipt))]
[JsonSerializable(typeof(IReadOnlyList<IncomingAlert>))]
[JsonSerializable(typeof(IReadOnlyList<ReportReceipt>))]
[JsonSerializable(typeof(TaskResult))]
[JsonSerializable(typeof(PluginQuestion))]
[JsonSerializable(typeof(PluginResult))]
[JsonSerializable(typeof(PreviewResult))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(ClaimWish))]
[JsonSerializable(typeof(ClaimTurn))]
[JsonSerializable(typeof(ClaimNews))]
[JsonSerializable(typeof(PlaybookRecord))]
internal sealed partial class WireJson : JsonSerializerContext;
