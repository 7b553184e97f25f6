using System.Text.Json;
using System.Text.Json.Serialization;
using AiFixer.Core.Changes;

namespace AiFixer.Storage.ReportedChanges;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReportedChange))]
internal sealed partial class ReportedChangeJson : JsonSerializerContext;
