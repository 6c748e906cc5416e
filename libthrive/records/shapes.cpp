// SPDX-License-Identifier: MIT
//
// The shapes of all records of the model: the one file that makes them, each with all that its fields lead to.
#include "libthrive/model/project.hpp"
#include "libthrive/records/make_shape.hpp"

namespace thrive::records {

template const RecordShape& shape_of<model::Project>();

}  // namespace thrive::records
