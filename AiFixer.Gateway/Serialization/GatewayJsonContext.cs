using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Gateway.Changes;
using AiFixer.Gateway.Exceptions;
using AiFixer.Gateway.Health;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Intake;
using AiFixer.Gateway.Live;
using AiFixer.Gateway.Playbooks;
using AiFixer.Gateway.Plugins;
using AiFixer.Gateway.PolicyApi;
using AiFixer.Gateway.SettingsApi;
using Microsoft.AspNetCore.Mvc;

namespace AiFixer.Gateway.Serialization;

/// <summary>Everything the API reads and writes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    Converters =
    [
        typeof(SnakeCase<Core.Incidents.IncidentStatus>),
        typeof(SnakeCase<Core.Incidents.Phase>),
        typeof(SnakeCase<Core.Incidents.Verdict>),
        typeof(SnakeCase<Core.Incidents.PolicyOutcome>),
        typeof(SnakeCase<Core.Incidents.ActionStatus>),
        typeof(SnakeCase<Core.Incidents.CardOutcome>),
        typeof(SnakeCase<Core.Incidents.ClosedBy>),
        typeof(SnakeCase<Core.Incidents.PersonRole>),
        typeof(SnakeCase<Core.Incidents.GrantFault>),
        typeof(SnakeCase<Core.Alerts.ErrorClass>),
        typeof(SnakeCase<Core.Ports.ReportOutcome>),
        typeof(SnakeCase<AiFixer.Plugins.PluginRisk>),
        typeof(SnakeCase<AiFixer.Plugins.PluginCategory>),
        typeof(SnakeCase<AiFixer.Plugins.TargetHealth>),
        typeof(SnakeCase<Core.Plugins.PluginState>),
        typeof(SnakeCase<Core.Incidents.HealResult>),
        typeof(SnakeCase<Core.Policy.PolicyMode>),
        typeof(UpperCase<Core.Playbooks.PlaybookActionType>),
        typeof(UpperCase<Core.Incidents.AdviceKind>),
        typeof(JsonStringEnumConverter<Core.Severity>),
    ])]
[JsonSerializable(typeof(DeliveryAnswer))]
[JsonSerializable(typeof(AlertmanagerWebhook))]
[JsonSerializable(typeof(PostedAlert))]
[JsonSerializable(typeof(IncidentList))]
[JsonSerializable(typeof(IncidentDetails))]
[JsonSerializable(typeof(ApproveBody))]
[JsonSerializable(typeof(RejectBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(EscalateBody))]
[JsonSerializable(typeof(TakeOverBody))]
[JsonSerializable(typeof(ResolveBody))]
[JsonSerializable(typeof(DecisionAnswer))]
[JsonSerializable(typeof(ChangeNotice))]
[JsonSerializable(typeof(PluginList))]
[JsonSerializable(typeof(SwitchOffBody))]
[JsonSerializable(typeof(SwitchOnBody))]
[JsonSerializable(typeof(SettingBody))]
[JsonSerializable(typeof(SettingList))]
[JsonSerializable(typeof(SettingHistory))]
[JsonSerializable(typeof(PolicyView))]
[JsonSerializable(typeof(StopBody))]
[JsonSerializable(typeof(RememberBody))]
[JsonSerializable(typeof(RememberedView))]
[JsonSerializable(typeof(RememberedList))]
[JsonSerializable(typeof(ApprovalsView))]
[JsonSerializable(typeof(ShadowReport))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(PostedChange))]
[JsonSerializable(typeof(PostedException))]
[JsonSerializable(typeof(PlaybookBody))]
[JsonSerializable(typeof(PlaybookList))]
[JsonSerializable(typeof(Core.Playbooks.PlaybookRecord))]
[JsonSerializable(typeof(PlaybookHistory))]
[JsonSerializable(typeof(PlaybookTrialAnswer))]
[JsonSerializable(typeof(ClassesView))]
[JsonSerializable(typeof(ChangesAnswer))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class GatewayJsonContext : JsonSerializerContext;
