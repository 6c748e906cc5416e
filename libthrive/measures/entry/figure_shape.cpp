// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/figure_shape.hpp"

#include "libthrive/findings/say.hpp"
#include "libthrive/tables/reader.hpp"

namespace thrive::measures {

namespace {

/// True when a line stands below the heading.
bool has_figures(const text::Source& data) {
  const tables::Input input = tables::input_of(data);
  tables::Reader reader(input, tables::Manner::lenient);
  tables::Row row;
  return reader.next(row) && reader.next(row);
}

}  // namespace

std::optional<FigureShape> figure_shape(const ImportRequest& request, bool measure_is_ratio, const text::Source& data,
                                        ImportMode mode, text::Diagnostics& problems) {
  const bool file_is_ratio = has_ratio_columns(data), has_history = has_figures(data);
  bool ratio = has_history ? file_is_ratio : measure_is_ratio || file_is_ratio;
  if (request.names_ratio())
    ratio = true;
  else if (!request.value_column.empty())
    ratio = false;
  if (ratio == file_is_ratio) return FigureShape{ratio, data};
  if (has_history && mode != ImportMode::replace) {
    findings::say(
        problems,
        {"import-other-figures", text::whole_file(data.name()), {{"case", file_is_ratio ? "ratio" : "value"}}});
    return std::nullopt;
  }
  return FigureShape{ratio, text::Source(data.name(), empty_data_file(ratio))};
}

}  // namespace thrive::measures
